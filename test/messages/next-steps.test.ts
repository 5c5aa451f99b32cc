import { expect, test } from 'vitest'
import { parse } from '../../src/commands/parse.ts'
import { itemKinds } from '../../src/domain/item.ts'
import { stepsOf } from '../../src/domain/next-steps.ts'
import { workflows } from '../../src/domain/workflows/index.ts'
import { nextSteps } from '../../src/messages/next-steps.ts'
import { opened } from '../domain/dossier.ts'

const parts = ['author', 'handler', 'staff', 'leader'] as const
const places = itemKinds.flatMap((kind) =>
  Object.keys(workflows[kind].states).flatMap((state) =>
    parts.map((part) => ({ kind, state, part })),
  ),
)

test.each(places)(
  '$kind $state: what is suggested to $part is understood as a step he may take',
  (at) => {
    const item = { ...opened(at.kind).item, no: 137, state: at.state }
    const may = stepsOf(item, at.part).map(({ verb }) => verb)
    for (const words of nextSteps(item, at.part, 20)) {
      const parsed = parse(words.replace('编号', '138'), { today: '2024-06-04', isAddressed: true })
      expect({ words, ...parsed }).toMatchObject({
        type: 'understood',
        intent: { type: 'act', no: 137 },
      })
      if (parsed.type === 'understood' && parsed.intent.type === 'act')
        expect(may).toContain(parsed.intent.verb)
    }
  },
)

test('whoever must move next is shown a step that moves it', () => {
  for (const { kind, state, part } of places)
    if (workflows[kind].states[state]?.waitsFor === part)
      expect(nextSteps({ ...opened(kind).item, state }, part, 2), `${kind} ${state}`).not.toEqual(
        [],
      )
})
