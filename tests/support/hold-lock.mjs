// Holds the write lock of a database in a process of its own, as a backup or a second server would.
// node hold-lock.mjs FILE: prints "held" once it has the lock, and lets go when its input ends.
import Sqlite from 'better-sqlite3'

const connection = new Sqlite(process.argv[2])
connection.exec('BEGIN IMMEDIATE')
process.stdout.write('held\n')
process.stdin.on('end', () => {
  connection.exec('ROLLBACK')
  connection.close()
})
process.stdin.resume()
