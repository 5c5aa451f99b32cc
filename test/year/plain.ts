import { type SQL, sql } from 'drizzle-orm'
import { type Tx, rows } from '../../src/store/open.ts'

/** The figures once more, in plain SQL from the facts, by somebody who has not seen src/figures. */
const opinions = sql`
  f as (
    select x.id, x.item_no, x.verb, x.details, x.to_state, x.recorded_at, x.by_person,
      (x.said_at at time zone 'Asia/Shanghai')::date as said,
      coalesce((x.details->>'on')::date, (x.said_at at time zone 'Asia/Shanghai')::date) as day
    from facts x where x.undone_by is null and x.verb <> 'undo'),
  o as (
    select i.no, i.author, i.state,
      (select min(said) from f where f.item_no = i.no and to_state not in ('draft', 'lead', 'withdrawn')) as submitted,
      exists (select from f where f.item_no = i.no and verb = 'edit') as edited,
      coalesce((select verb = 'edit' or details->>'isInvalid' is null from f
        where f.item_no = i.no and verb in ('edit', 'archive') order by id desc limit 1), false) as valid,
      exists (select from f where f.item_no = i.no and verb = 'convert') as converted
    from items i where i.kind = 'opinion'),
  b as (select * from o where state not in ('withdrawn', 'rejected', 'merged'))`

const one = async <T>(tx: Tx, query: SQL): Promise<T> => {
  const [found] = await rows<T>(tx, query)
  if (!found) throw new Error('nothing')
  return found
}

const reportedTo = (no: SQL, level: string) =>
  sql`exists (select from f where f.item_no = ${no} and verb = 'report' and details->'levels' ? ${level})`
const adoptedFrom = (no: SQL, levels: string) =>
  sql`exists (select from f where f.item_no = ${no} and verb = 'adopt' and details->>'level' = any(${levels}::text[]))`

export const plainCounts = (tx: Tx, from: string, to: string) =>
  one<Record<string, number>>(
    tx,
    sql`
      with ${opinions},
      batch as (select * from b where submitted between ${from}::date and ${to}::date),
      taken as (select distinct b.no, b.converted from b join f on f.item_no = b.no and f.verb = 'adopt'
        and f.day between ${from}::date and ${to}::date),
      told as (select b.no, min(f.day) as day from b join f on f.item_no = b.no and f.verb = 'instruct'
        and f.day between ${from}::date and ${to}::date group by b.no)
      select
        (select count(*)::int from o where state not in ('withdrawn', 'merged') and submitted between ${from}::date and ${to}::date) as submitted,
        (select count(*)::int from batch where valid and state <> 'converted') as valid,
        (select count(*)::int from batch where edited) as edited,
        (select count(*)::int from batch where edited or valid or state = 'archived' or converted) as decided,
        (select count(*)::int from batch where valid) as accepted,
        (select count(*)::int from batch where ${reportedTo(sql`batch.no`, 'city')}) as "toCity",
        (select count(*)::int from batch where ${reportedTo(sql`batch.no`, 'province')}) as "toProvince",
        (select count(*)::int from batch where ${reportedTo(sql`batch.no`, 'city')} and ${adoptedFrom(sql`batch.no`, '{city,province,nation}')}) as "byCity",
        (select count(*)::int from batch where ${reportedTo(sql`batch.no`, 'province')} and ${adoptedFrom(sql`batch.no`, '{province,nation}')}) as "byProvince",
        (select count(*)::int from batch where state <> 'closed' and ${reportedTo(sql`batch.no`, 'city')} and not ${adoptedFrom(sql`batch.no`, '{city,province,nation}')}) as "undecidedByCity",
        (select count(*)::int from o where state = 'withdrawn' and submitted between ${from}::date and ${to}::date) as withdrawn,
        (select count(*)::int from o where state = 'rejected' and submitted between ${from}::date and ${to}::date) as rejected,
        (select count(*)::int from o where state = 'merged' and submitted between ${from}::date and ${to}::date) as merged,
        (select count(*)::int from taken) as taken,
        (select count(*)::int from taken where exists (select from f where f.item_no = taken.no and verb = 'instruct')) as "takenInstructed",
        (select count(*)::int from taken where converted) as "takenConverted",
        (select count(*)::int from told) as instructed,
        (select count(*)::int from told where exists (select from f where f.item_no = told.no and verb = 'feedback' and f.day between told.day and told.day + 21)) as answered,
        (select count(*)::int from f where verb in ('adopt', 'instruct', 'feedback')
          and (recorded_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date) as outcomes,
        (select count(distinct b.author)::int from b where valid and state <> 'converted' and submitted between ${from}::date and ${to}::date) as active,
        (select count(*)::int from f join b on b.no = f.item_no where verb = 'adopt' and f.day between ${from}::date and ${to}::date and details->>'level' = 'city') as "cityAdoptions",
        (select percentile_cont(0.5) within group (order by coalesce(
          (select min(day) from f where f.item_no = batch.no and verb = 'adopt') - submitted, 100000))::float8
          from batch where exists (select from f where f.item_no = batch.no and verb = 'report')) as median`,
  )

/** 11.2 for a month, by unit: each count once for an opinion, points from the lines of the ledger. */
export const plainMonth = (tx: Tx, from: string, to: string) =>
  rows<Record<string, number | string>>(
    tx,
    sql`
      with ${opinions}
      select g.name,
        (select count(*)::int from o where state not in ('withdrawn', 'merged') and author in (select person_id from group_members where group_id = g.id)
          and submitted between ${from}::date and ${to}::date) as submitted,
        ${eventsOf('edit', from, to)} as edited, ${eventsOf('report', from, to)} as reported,
        ${eventsOf('adopt', from, to, 'county')} as county, ${eventsOf('adopt', from, to, 'city')} as city,
        ${eventsOf('adopt', from, to, 'province')} as province,
        ${eventsOf('instruct', from, to, 'county')} as "countyLeaders", ${eventsOf('instruct', from, to, 'city')} as "cityLeaders",
        ${pointsOf(from, to)} as points, ${pointsOf(`${from.slice(0, 4)}-01-01`, to)} as total
      from groups g order by g.id`,
  )

const eventsOf = (verb: string, from: string, to: string, level = '') => sql`
  (select count(distinct f.item_no)::int from f join o on o.no = f.item_no join group_members m on m.person_id = o.author and m.group_id = g.id
    where verb = ${verb} and (verb <> 'edit' or not exists (select from f e where e.item_no = f.item_no and e.verb = 'edit' and e.id < f.id)) and o.state not in ('withdrawn', 'merged') and f.day between ${from}::date and ${to}::date
      and (${level} = '' or details->>'level' = ${level}))`

const pointsOf = (from: string, to: string) => sql`
  (select coalesce(sum(points), 0)::float8 from ledger l join group_members m on m.person_id = l.person_id and m.group_id = g.id
    where l.outcome_on between ${from}::date and ${to}::date
      and (rule like 'opinion.%' or rule like 'instruction.%'))`

/** What the final facts are worth: the best adoption, else the one point; and the best instruction. */
export const plainWorth = (tx: Tx) =>
  rows<{ name: string; points: number }>(
    tx,
    sql`
      with ${opinions},
      worth as (
        select b.no, b.author, greatest(case when b.valid then 1 else 0 end,
          (select max(case details->>'level' when 'county' then 5 when 'city' then 10 when 'province' then 20 else 40 end
            * case coalesce(details->>'form', 'single') when 'single' then 1 when 'combined' then 0.6 else 0.2 end)
            from f where f.item_no = b.no and verb = 'adopt'))
          + coalesce((select max(case details->>'level' when 'county' then 5 when 'city' then 10 when 'province' then 20 else 40 end
            * case when details->>'isMainLeader' = 'false' then 0.6 else 1 end)
            from f where f.item_no = b.no and verb = 'instruct'), 0) as points
        from b where state <> 'converted')
      select p.name, sum(points)::float8 as points from worth join people p on p.id = worth.author
      group by p.name having sum(points) > 0 order by p.name`,
  )

/** 履职榜: one point for what is valid, three a week and ten a year; everything else as it is. */
export const plainBoard = (tx: Tx, from: string, to: string) =>
  rows<{ name: string; points: number }>(
    tx,
    sql`
      with weeks as (
        select person_id, rule = 'opinion.valid' as capped, case when rule = 'opinion.valid' then date_trunc('week', outcome_on) end as week, sum(points) as points
        from ledger where outcome_on between ${from}::date and ${to}::date group by 1, 2, 3),
      years as (
        select person_id, capped, sum(case when capped then least(points, 3) else points end) as points
        from weeks group by 1, 2)
      select p.name, sum(case when capped then least(points, 10) else points end)::float8 as points
      from years join people p on p.id = person_id group by p.name`,
  )
