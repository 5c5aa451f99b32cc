import DataLoader from 'dataloader'
import type { Tx } from './open.ts'

/**
 * Turns that share a transaction ask the same things at the same moment: their questions go to the database as one.
 * `ask` gives one answer for each question, in the order of the questions.
 */
export const together = <Question, Answer>(
  ask: (tx: Tx, questions: readonly Question[]) => Promise<readonly Answer[]>,
): ((tx: Tx, question: Question) => Promise<Answer>) => {
  const loaders = new WeakMap<Tx, DataLoader<Question, Answer>>()
  return (tx, question) => {
    const loader =
      loaders.get(tx) ??
      new DataLoader((questions: readonly Question[]) => ask(tx, questions), { cache: false })
    loaders.set(tx, loader)
    return loader.load(question)
  }
}
