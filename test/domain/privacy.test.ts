import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsPersonal, mask } from '../../src/domain/privacy.ts'

test.each([
  ['电话13812345678', '电话138****5678'],
  ['身份证330101199003071234', '身份证3301****'],
  ['身份证33010119900307123X号', '身份证3301****号'],
  ['卡号6222021234567890123', '卡号6222****'],
  ['车牌浙A12345乱停', '车牌浙A****乱停'],
  ['电话１３８１２３４５６７８', '电话１３８****５６７８'],
  ['+8613812345678', '138****5678'],
  ['33010119900307 1234', '3301****'],
  ['浙a12345', '浙a****'],
  ['2024年第31期,137号,350元', '2024年第31期,137号,350元'],
])('%s → %s', (said, kept) => {
  expect(mask(said)).toBe(kept)
})

test('no mobile number survives, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.string(),
      (before, number, after) => {
        fc.pre(!/[\d０-９]$/.test(before) && !/^[\d０-９]/.test(after))
        expect(mask(`${before}${number}${after}`)).not.toContain(number)
        expect(holdsPersonal(`${before}${number}${after}`)).toBe(true)
      },
    ),
  )
})
