import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { LampMark } from '~/ui/lamp-mark'
import { Notice, PrivateNotice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { Progress } from '~/ui/progress'
import { SummaryList } from '~/ui/summary-list'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { TaskList } from '~/ui/task-list'
import { Timeline } from '~/ui/timeline'

const here = paths.styleguide()

export function Type() {
  return (
    <section className="flow">
      <h2>Type</h2>
      <h3>A heading of the third rank, in Fraunces</h3>
      <p className="lead">A lead line says in one breath what the page is for.</p>
      <p>
        Text is set in Atkinson Hyperlegible, which keeps 0 and O, 1 and l apart. Names such as
        Łukasz, Çağla and Zoë are at home in it. <a href="#form">A link in the text</a>,{' '}
        <strong>a strong word</strong>, <code>LAMP-2026-0042</code>.
      </p>
      <p className="soft">Soft text carries what may be skipped.</p>
    </section>
  )
}

export function Swatches() {
  return (
    <section className="flow">
      <h2>Mark and colors</h2>
      <p>
        Night for the frame, paper for reading. Amber is for what is yours to do next, green only
        for what is in place, red only for what destroys and for law.
      </p>
      <ul className="plain swatches">
        {['night', 'lamp', 'lamp-wash', 'place', 'place-wash', 'wash', 'edge', 'danger'].map(
          (name) => (
            <li key={name}>
              <span className={`swatch ${name}`}>{name === 'night' ? <LampMark /> : null}</span>
              {name}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

export function Actions() {
  return (
    <section className="flow">
      <h2>Buttons and tags</h2>
      <div className="actions">
        <Button look="go" type="button">
          Share with your liaison
        </Button>
        <Button type="button">Save and come back later</Button>
        <Button look="danger" type="button">
          Remove this record
        </Button>
        <Button type="button" small>
          Show the name
        </Button>
        <ButtonLink to={here}>A link that looks like a button</ButtonLink>
      </div>
      <p>
        <Tag tone="next">One evening to go</Tag> <Tag tone="place">In place</Tag> <Tag>Started</Tag>{' '}
        <Tag tone="law">Law: fire code</Tag>
      </p>
    </section>
  )
}

export function Notices() {
  return (
    <section className="flow">
      <h2>Notices</h2>
      <PrivateNotice>Your liaison sees nothing until you press “Share”.</PrivateNotice>
      <Notice>Your insurer is reading along. That is fine: pick this up whenever you like.</Notice>
      <Notice tone="success" title="Shared">
        Your liaison has it now. You will hear by December 4.
      </Notice>
      <Notice tone="warning">
        Somebody else saved this section at 10:42 AM. Both texts are kept below.
      </Notice>
    </section>
  )
}

export function Lists() {
  return (
    <section className="flow">
      <h2>Lists</h2>
      <h3>Progress and tasks</h3>
      <Progress noun="essentials" total={13} inPlace={9} started={2} />
      <TaskList
        label="Standards"
        tasks={[
          {
            title: 'Checking age and ID',
            to: here,
            status: 'In place',
            tone: 'place',
            detail: 'Policy written; 8 of 9 door and bar staff trained.',
            id: 'task-1',
          },
          {
            title: 'Sexual-assault intervention training',
            to: here,
            status: 'One evening to go',
            tone: 'next',
            detail: '9 of 12 current; 2 more in their first 30 days.',
            id: 'task-2',
          },
          {
            title: 'When and how we call police',
            to: here,
            status: 'Started',
            detail: 'Saved 10:42 AM by Marta.',
            id: 'task-3',
          },
          {
            title: 'Share with your liaison',
            status: 'Not yet',
            detail: 'Opens when there is something to share.',
            id: 'task-4',
          },
        ]}
      />
      <h3>Answers</h3>
      <SummaryList
        rows={[
          { term: 'Venue', detail: 'The Lantern Room', change: { to: here } },
          { term: 'Who will see it', detail: 'Sgt. Dana Whitfield, your liaison' },
        ]}
      />
      <Table
        caption="Training coverage"
        rows={[
          ['Responsible service', '11', '12'],
          ['Fake ID', '8', '9'],
        ]}
        rowKey={(row) => row.join()}
        columns={[
          { title: 'Training', cell: ([training]) => training },
          { title: 'Current', cell: ([, current]) => current, number: true },
          { title: 'In scope', cell: ([, , scope]) => scope, number: true },
        ]}
      />
      <Pagination label="Venues" previous={here} next={here} words="Venues 51 to 100 of 1,256" />
      <h3>What happened</h3>
      <Timeline
        label="What happened"
        happenings={[
          {
            id: '1',
            at: '2026-11-22',
            when: 'Nov 22, 10:42 AM',
            what: 'You shared the first round.',
            now: true,
          },
          {
            id: '2',
            at: '2026-11-18',
            when: 'Nov 18, 2:10 PM',
            what: 'Marta wrote the closing policy.',
          },
        ]}
      />
      <EmptyState
        level={3}
        title="Nobody is on your team list yet"
        action={<ButtonLink to={here}>Add the first person</ButtonLink>}
      >
        Add people one by one, or bring a spreadsheet. Names stay with your venue.
      </EmptyState>
      <details className="more">
        <summary>What good practice looks like</summary>
        <p>A short list of accepted IDs is kept at the door and behind the bar.</p>
      </details>
    </section>
  )
}
