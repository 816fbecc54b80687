import { open } from 'node:fs/promises'

/** The names in a folder on the disk for good: a file that was just put there is still there after the power failed. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
