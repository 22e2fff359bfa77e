import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPasted } from '~/routes/venue.$venueId.policies.$policyId._index/clean-pasted'
import { docOf, markdownOf } from '~/routes/venue.$venueId.policies.$policyId._index/editor-schema'

const sample = (name: string) =>
  readFileSync(path.join(process.cwd(), 'tests/support/clipboard', name), 'utf8')
const oneLine = (html: string) => html.replace(/\s+/g, ' ').replace(/> </g, '><').trim()

test('what the editor shows is what is written, and is read again as the same document', () => {
  const line = fc.string({
    unit: fc.constantFrom(...'ab *_[]()\\#-•.)1\n’'.split('')),
    maxLength: 40,
  })
  fc.assert(
    fc.property(line, (text) => {
      const doc = docOf(text)
      doc.check()
      const written = markdownOf(doc)
      expect(docOf(written).toJSON()).toEqual(doc.toJSON())
      expect(markdownOf(docOf(written))).toBe(written)
    }),
    { numRuns: 500 },
  )
  const whole =
    '### At *the* door\n\nWe **check** everyone.\nAlways.\n\n- Hold it\n  twice\n- [Feel](https://a.co/) it\n\n1. Ask\n2. ***Thank***'
  expect(markdownOf(docOf(whole))).toBe(whole)
})

describe('paste', () => {
  test('from Word: its list paragraphs are lists, and its styles and comments are gone', () => {
    expect(oneLine(cleanPasted(sample('word.html.txt')))).toBe(
      '<h3>At the door</h3><p>We check “<strong>everyone</strong>” who looks <em>under 40</em>.</p><ul><li>Hold it up</li><li>Feel the edge</li></ul><ol><li>Ask once</li><li>Thank <a href="https://example.com/how">them</a></li></ol><p>&nbsp;</p><p>That’s all.</p>',
    )
  })

  test('from Google Docs: its spans are emphasis, its wrapper is none', () => {
    expect(oneLine(cleanPasted(sample('google-docs.html.txt')))).toBe(
      '<h3>Closing</h3><p>We walk the <strong>whole</strong> room, <em>twice</em>.</p><ul><li><p>Lights up</p></li><li><p>Music down</p></li><li><p>slowly</p></li></ul><p>See <a href="https://example.com/list">the list</a></p>',
    )
  })

  test('no style, script, handler or picture of it is left', () => {
    const cleaned = cleanPasted(
      '<p style="color:red" onclick="x()">a<script>alert(1)</script><img src=x onerror=y()><style>p{}</style><a href="javascript:x" style="a">b</a></p><svg><p>c</p></svg>',
    )
    expect(cleaned).toBe('<p>a<a href="javascript:x">b</a></p>')
  })
})
