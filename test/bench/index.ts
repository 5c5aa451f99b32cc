import { measureBoards } from './boards.ts'
import { type Figures, openLoop, race } from './race.ts'
import { measureSimilar } from './similar.ts'
import { measureStarts } from './starts.ts'

const round = (value: number, places = 2): number => Number(value.toFixed(places))

const row = (figures: Figures) => ({
  who: figures.runner,
  'stub ms': figures.delayMs,
  conns: figures.connections,
  'wall s': round(figures.wallSeconds),
  'named/s': Math.round(figures.namedPerSecond),
  'accepted/s': Math.round(figures.acceptedPerSecond),
  'ack p50 ms': round(figures.ackP50, 1),
  'ack p99 ms': round(figures.ackP99, 1),
  'CPU ms/event': round(figures.cpuPerEvent, 3),
  'PG CPU ms/event': round(figures.postgresCpuPerEvent, 3),
  'peak RSS MB': Math.round(figures.peakRss),
})

const all: Figures[] = []
let slowestBaseline = Infinity
for (const delayMs of [0, 50])
  for (const connections of [32, 64]) {
    const baseline = await race('baseline', delayMs, connections)
    const ours = await race('ours', delayMs, connections)
    all.push(baseline, ours)
    if (delayMs === 50) slowestBaseline = Math.min(slowestBaseline, baseline.namedPerSecond)
    console.log(
      `stub ${delayMs} ms, ${connections} connections: named/s ours ÷ baseline ${round(ours.namedPerSecond / baseline.namedPerSecond)}, CPU per event ${round(ours.cpuPerEvent / baseline.cpuPerEvent)}`,
    )
  }
console.table(all.map(row))
const rate = slowestBaseline * 0.8
const open = await openLoop(rate)
console.log(
  `open loop at ${Math.round(rate)}/s (80 % of the baseline at 50 ms): ack p50 ${round(open.p50, 1)} ms, p99 ${round(open.p99, 1)} ms`,
)
console.table(await measureBoards())
console.table(await measureSimilar())
console.table(await measureStarts())
