/**
 * Tables whose rows stay where they are: sessions and the counting of wrong passwords belong to one running server, and the list of
 * backups speaks of files on one machine. After a restore everybody signs in anew.
 */
export const LEFT_OUT: readonly string[] = [
  'app.backup',
  'auth.rateLimit',
  'auth.session',
  'auth.sign_in_pause',
  'auth.verification',
]
