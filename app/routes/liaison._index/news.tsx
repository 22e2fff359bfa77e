import { Link } from '@remix-run/react'
import type { Desk } from '~/domain/applications/desk.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { newsWords } from '~/words/en/desk'

/** What changed since they last said that they had seen it, and the way to say so again. */
export function News({ filter, news }: Pick<Desk, 'filter' | 'news'>) {
  const { changed, ...rest } = filter
  return (
    <div className="flow">
      <p>
        {news.words}{' '}
        {changed ? (
          <Link to={paths.desk(rest)}>{newsWords.all}</Link>
        ) : news.count > 0 ? (
          <Link to={paths.desk({ ...rest, changed: 'yes' })}>{newsWords.only}</Link>
        ) : null}
      </p>
      {news.count > 0 || !news.looked ? (
        <Form action={paths.looked()} label="Mark what is new as seen" className="inline">
          <HiddenField name="until" value={news.until} />
          <Button small pending="Saving…">
            {news.looked ? 'I have seen these' : 'Mark what changes from now on'}
          </Button>
        </Form>
      ) : null}
    </div>
  )
}
