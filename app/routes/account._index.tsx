import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountPage } from '~/domain/accounts/account-page.server'
import { requirePerson } from '~/http/guards.server'
import { passkeyPlace } from '~/http/passkey-place.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'
import { SummaryList } from '~/ui/summary-list'

export const meta: MetaFunction = () => [{ title: 'Your account – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args)
  return { ...(await accountPage(ctx)), place: passkeyPlace(args.request) }
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Account() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Your account</h1>
      <SummaryList
        rows={[
          { term: 'Name', detail: page.name, change: { to: paths.rename() } },
          { term: 'Email', detail: page.email },
          { term: 'You are here as', detail: page.places || 'Nothing yet' },
        ]}
      />
      <WaysIn page={page} />
      <Sessions page={page} />
      <section className="section flow" aria-labelledby="goodbye">
        <h2 id="goodbye">If you no longer need it</h2>
        <p>You can delete your account. The next page says what goes, and what has to stay.</p>
        <ButtonLink to={paths.deleteAccount()}>Delete your account</ButtonLink>
      </section>
    </>
  )
}

function WaysIn({ page }: { page: Page }) {
  return (
    <section className="section flow" aria-labelledby="ways">
      <h2 id="ways">Ways in</h2>
      {page.passkeys.length > 0 ? (
        <ul className="given" aria-label="Your passkeys">
          {page.passkeys.map(({ id, label, added, used, synced }) => (
            <li key={id}>
              <div>
                <strong>{label}</strong>
                <p className="soft">
                  Added {added}. {used ? `Last used ${used}.` : 'Not used yet.'}{' '}
                  {synced ? 'Kept on all your devices.' : 'Kept on one device.'}
                </p>
              </div>
              <ButtonLink small to={paths.removePasskey(id)} about={label}>
                Remove
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          A passkey is the better way in: your device asks for your finger, your face or your PIN,
          and there is no code to type.
        </p>
      )}
      <div className="actions">
        <ButtonLink to={paths.addPasskey()} look={page.passkeys.length ? 'quiet' : 'go'}>
          Add a passkey
        </ButtonLink>
      </div>
      {page.password ? (
        <SummaryList
          rows={[
            { term: 'Password', detail: 'Set', change: { to: paths.changePassword() } },
            {
              term: 'Authenticator app',
              detail: 'Connected',
              change: { to: paths.changeTimeCode() },
            },
            {
              term: 'Recovery codes',
              detail: `${page.codesLeft} of 10 left`,
              change: { to: paths.recoveryCodes(), label: 'Make new' },
            },
          ]}
        />
      ) : (
        <p>A code by email to {page.email} stays a way in as well.</p>
      )}
    </section>
  )
}

function Sessions({ page }: { page: Page }) {
  const others = page.sessions.length > 1
  return (
    <section className="section flow" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className="given" aria-label="Your sessions">
        {page.sessions.map(({ id, device, own, since, last }) => (
          <li key={id}>
            <div>
              <strong>{own ? `${device} (this one)` : device}</strong>
              <p className="soft">
                Since {since}. Last used {last}.
              </p>
            </div>
            {own ? (
              <p className="soft">To end it, sign out.</p>
            ) : (
              <Form action={paths.endSession(id)} label={`End ${device}`}>
                <Button small about={device}>
                  End
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others ? (
        <Form action={paths.endOtherSessions()} label="End all others">
          <Button pending="Ending…">End all others</Button>
        </Form>
      ) : null}
    </section>
  )
}
