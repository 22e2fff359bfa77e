import { json, type MetaFunction } from '@remix-run/node'
import { ProblemPage, problemOf } from '~/ui/problem-page'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [{ title: `${notFound.title} – Lamplight` }]

export function loader() {
  return json(null, { status: 404 })
}

export function action() {
  return json(null, { status: 404 })
}

export default function NoSuchPage() {
  return <ProblemPage problem={notFound} />
}

const notFound = problemOf({ status: 404, statusText: '', internal: false, data: null })
