import { paths } from '~/paths'

/** The same words whether the address is known or not. */
export function CodeHelp({ sentTo }: { sentTo: string | null }) {
  return (
    <>
      <p className="lead">
        {sentTo
          ? `If we know ${sentTo}, a code is on its way there. It works for 10 minutes, in this browser.`
          : 'If we know the address, a code is on its way there. It works for 10 minutes, in this browser.'}
      </p>
      <details className="more">
        <summary>No email after a few minutes?</summary>
        <ul>
          <li>Look in the folder for unwanted mail.</li>
          <li>
            Perhaps we know you by another address. <a href={paths.signIn()}>Try another address</a>
          </li>
          <li>
            If you have not been here before, <a href={paths.join()}>ask to join with your venue</a>
            .
          </li>
        </ul>
      </details>
    </>
  )
}
