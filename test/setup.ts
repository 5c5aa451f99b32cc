/** Says once, and loudly, which database the stories run on. */
export const setup = (): void => {
  console.log(
    process.env['TEST_DATABASE_URL']
      ? 'Stories run on PostgreSQL (TEST_DATABASE_URL).'
      : 'Stories run on PGlite only: the PostgreSQL part is SKIPPED, because TEST_DATABASE_URL is not set.',
  )
}
