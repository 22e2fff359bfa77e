import { paths } from '~/paths'

/** Says on every page of a demo that its venues and people are made up. The doors open on this machine alone. */
export function DemoRibbon({ doors }: { doors: boolean }) {
  return (
    <aside className="ribbon" aria-label="Demo">
      <div className="wrap">
        Demo: the people and the accredited venues here are made up.{' '}
        {doors ? (
          <>
            <a href={paths.demo()}>Sign in as somebody</a> · <a href={paths.mailbox()}>Mailbox</a>
          </>
        ) : null}
      </div>
    </aside>
  )
}
