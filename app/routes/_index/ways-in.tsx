import { paths } from '~/paths'

/** The way in for each kind of person, owners first. */
export function WaysIn() {
  return (
    <ul className="cards ways">
      <li className="card first">
        <h2>Owners and managers</h2>
        <p>See where your venue stands. Nobody else sees it until you choose to share.</p>
        <ul className="plain">
          <li>
            <a href={paths.readiness()}>Twelve questions in two minutes, without an account</a>
          </li>
          <li>
            <a href={paths.claim()}>I have a letter with a code</a>
          </li>
          <li>
            <a href={paths.join()}>I got no letter, and would like to join</a>
          </li>
          <li>
            <a href={paths.signIn()}>I have been here before</a>
          </li>
        </ul>
      </li>
      <li className="card">
        <h2>Guests and neighbors</h2>
        <p>Find a place where the team is ready to help.</p>
        <ul className="plain">
          <li>
            <a href={paths.directory()}>Find accredited venues</a>
          </li>
          <li>
            <a href={paths.check()}>Check a certificate</a>
          </li>
        </ul>
      </li>
      <li className="card">
        <h2>Business districts</h2>
        <p>See which venues near you are accredited. Partners of the program sign in by email.</p>
        <ul className="plain">
          <li>
            <a href={paths.directory()}>See venues by district</a>
          </li>
          <li>
            <a href={paths.signIn()}>Sign in by email</a>
          </li>
        </ul>
      </li>
      <li className="card">
        <h2>Liaisons and partners</h2>
        <p>Your desk: who is waiting for you, and what you said you would do.</p>
        <ul className="plain">
          <li>
            <a href={paths.staffSignIn()}>Sign in as program staff</a>
          </li>
        </ul>
      </li>
    </ul>
  )
}
