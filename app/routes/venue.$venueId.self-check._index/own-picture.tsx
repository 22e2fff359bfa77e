import '~/ui/styles/records.css'
import type { SelfCheck } from '~/domain/applications/self-check.server'
import { TaskList } from '~/ui/task-list'
import { ruleOfThumb } from '~/words/en/readiness'

type PictureProps = { picture: NonNullable<SelfCheck['picture']> }

/** What the answers sound like: what is there, then what could come first. */
export function OwnPicture({ picture }: PictureProps) {
  const { title, rest, counts, inPlace, first } = picture
  return (
    <>
      <section className="flow">
        <h2>{title}</h2>
        {rest ? <p>{rest}</p> : null}
        <p className="soft">
          This is how it sounds from your answers. Nobody has looked.{' '}
          {counts.sittings > 0 ? ruleOfThumb : ''}
        </p>
      </section>
      {first.length > 0 ? (
        <section className="flow">
          <h2>What could come first</h2>
          <p>
            First what is nearly there, then what you can do at a desk, then what needs a class for
            your team. Any other order is as good.
          </p>
          <TaskList label="What could come first" tasks={first.map(taskOf)} />
        </section>
      ) : null}
      {inPlace.length > 0 ? (
        <section className="flow">
          <h2>You have this already</h2>
          <TaskList label="You have this already" tasks={inPlace.map(taskOf)} />
        </section>
      ) : null}
    </>
  )
}

const tones = { in_place: 'place', nearly: 'next' } as const

function taskOf({ code, standing, ...line }: PictureProps['picture']['first'][number]) {
  const tone = standing === 'in_place' || standing === 'nearly' ? tones[standing] : 'soft'
  return { ...line, id: code, tone } as const
}
