import { FormData } from 'undici'
import { z } from 'zod'
import type { FileRef } from '../../messages/message.ts'

/** A kept file of ours by its content hash; undefined when it is no longer there. */
export type ReadKept = (hash: string) => Promise<Uint8Array | undefined>

/** Posts a form and gives the body; a refusal of the platform throws. */
export type PostForm = (url: string, form: FormData) => Promise<unknown>

/** A photo for a message: its key at the platform. */
export const uploadPhoto = async (
  post: PostForm,
  hash: string,
  readPhoto: ReadKept,
): Promise<string | undefined> => {
  const bytes = await readPhoto(hash)
  if (!bytes) return undefined
  const form = new FormData()
  form.set('image_type', 'message')
  form.set(
    'image',
    new Blob([Buffer.from(bytes)], { type: 'image/jpeg' }),
    `${hash.slice(0, 12)}.jpg`,
  )
  const body = await post('/open-apis/im/v1/images', form)
  return z.object({ data: z.object({ image_key: z.string() }) }).safeParse(body).data?.data
    .image_key
}

/** The platform takes no larger file, and no empty one (platforms page §7). */
const mostBytes = 30 * 1024 * 1024

/** A paper for a message of its own; undefined when it can't be had or the platform would not take it. */
export const uploadFile = async (
  post: PostForm,
  { hash, name }: FileRef,
  readExport: ReadKept,
): Promise<string | undefined> => {
  const bytes = await readExport(hash)
  if (!bytes || bytes.length === 0 || bytes.length > mostBytes) return undefined
  const form = new FormData()
  form.set('file_type', fileTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'stream')
  form.set('file_name', name)
  form.set('file', new Blob([Buffer.from(bytes)]), name)
  const body = await post('/open-apis/im/v1/files', form)
  return z.object({ data: z.object({ file_key: z.string() }) }).safeParse(body).data?.data.file_key
}

const fileTypes: Readonly<Record<string, string>> = { docx: 'doc', xlsx: 'xls' }
