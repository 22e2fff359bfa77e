import { Letter, NextStep, Question, Strength } from '~/ui/letter'

/** How feedback reads. The venue and the liaison are made up, and the page says so. */
export function LetterSample() {
  return (
    <section className="band wash">
      <div className="wrap split aside letter-sample">
        <Letter
          from="Your liaison"
          date="an example, from a made-up venue"
          opening="Thank you for the tour on Thursday. Reading your policies afterwards, I could hear your team in them."
          closing="As always, the choice is yours."
        >
          <Strength
            quote="The closing lead wears the amber pin and stays by the door until the last guest has a ride."
            source={{ label: 'Closing policy, section 4' }}
          >
            You named who leads last call, so staff are never guessing, and guests see one calm
            person.
          </Strength>
          <Question>How do guests usually find their ride?</Question>
          <NextStep>
            Two lines about the nearest pick-up spot in your closing policy. I can send sample
            wording. Would the 12th suit, or is there a better time?
          </NextStep>
        </Letter>
        <div className="flow">
          <h2>An answer that reads like a letter</h2>
          <p className="lead">
            Every answer begins with something your team does well, and shows where we saw it.
          </p>
          <p>
            A next step comes with help and a date that you can change. You can also say that it is
            done already, or that it is not for you.
          </p>
        </div>
      </div>
    </section>
  )
}
