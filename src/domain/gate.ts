/** Why a text does not simply come in (domain §8.1, §8.2). */
export type GateName =
  | 'secret'
  | 'accusation'
  | 'internal'
  | 'named'
  | 'personal-data'
  | 'petition'
  | 'personal-matter'
  | 'promotion'
  | 'daily-news'
  | 'copied'
  | 'empty'
