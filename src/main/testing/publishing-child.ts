import { openSite } from '../repo/open-site.ts'
import { openPublisher } from '../repo/publish/publisher.ts'

/* Run by crash tests: publishes one page once, unless it is killed before. */

async function main() {
  const [, , root = '', profileDir = ''] = process.argv
  const session = await openSite(root, { profileDir })
  const publisher = await openPublisher(session)
  process.stdout.write('open\n')
  await publisher.publish({
    paths: new Set(['a.md']),
    message: 'Mine',
    identity: { name: 'Ann', email: 'ann@example.test' },
  })
  process.stdout.write('done\n')
  await publisher.close()
  await session.close()
}

void main()
