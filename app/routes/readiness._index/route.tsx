import '~/ui/styles/forms.css'
import './readiness.css'
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReadinessForm } from '~/domain/standards/forms'
import { currentStandardSet } from '~/domain/standards/program.server'
import { anyAnswered } from '~/domain/standards/readiness-answers'
import { questionsFor } from '~/domain/standards/readiness-picture'
import { pictureView } from '~/domain/standards/readiness-view'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { areaWords } from '~/words/en/areas'
import { capital, numberWord } from '~/words/en/format'
import { standardAreas } from '~db/vocabulary'
import { CheckForm } from './check-form'
import { Picture } from './picture'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [
  { title: 'Readiness check – Lamplight' },
  {
    name: 'description',
    content:
      'Plain questions in two minutes: see how much of the program your venue has already. No account, and nothing is stored.',
  },
]

export async function loader(args: LoaderFunctionArgs) {
  return load(async () => {
    const questions = questionsFor(await currentStandardSet(visit(args).db))
    return {
      count: questions.length,
      areas: standardAreas.map((area) => ({
        area,
        title: areaWords[area].title,
        questions: questions.flatMap((question, index) =>
          question.area === area ? [{ ...question, number: index + 1 }] : [],
        ),
      })),
    }
  })
}

/** Answers with the picture itself: nothing is kept, not even a cookie. */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args, visit(args), ReadinessForm)
  if (!form.ok) return form.answer
  const set = await currentStandardSet(form.ctx.db)
  const picture = anyAnswered(form.data) ? pictureView(set, form.data) : null
  return json({ answers: form.data, picture }, { headers: { 'Cache-Control': 'no-store' } })
}

/** The page without answers is the same for everyone; the one with answers is kept nowhere. */
export const headers: HeadersFunction = ({ actionHeaders }) => {
  const kept = actionHeaders.get('Cache-Control')
  return kept ? { 'Cache-Control': kept } : new Headers()
}

export default function Readiness() {
  const { areas, count } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const answers = answered && 'answers' in answered ? answered.answers : {}
  const picture = answered && 'picture' in answered ? answered.picture : null
  if (picture) {
    return (
      <PublicShell>
        <Picture picture={picture} answers={answers} />
        <details className="more no-print">
          <summary>Look at your answers again, or change one</summary>
          <CheckForm areas={areas} count={count} answers={answers} />
        </details>
      </PublicShell>
    )
  }
  return (
    <PublicShell>
      <h1>{capital(numberWord(count))} questions, two minutes</h1>
      <p className="lead">
        See how much of the program your venue has already. You need no account, and nobody sees
        your answers.
      </p>
      <p>
        Nothing is stored: not here, and not in your browser. Leave out whatever you do not know.
      </p>
      {answered ? (
        <Notice tone="warning" title="There is nothing to show yet">
          Answer one question or more, and your picture stands here.
        </Notice>
      ) : null}
      <CheckForm areas={areas} count={count} answers={answers} />
    </PublicShell>
  )
}
