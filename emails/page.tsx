import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { CSSProperties } from 'react'
import type { Block, EmailProgram, Message } from './blocks'
import { footWords, helpLine } from './plain-text'

const serif = 'Fraunces, Georgia, "Times New Roman", serif'
const sans = '"Atkinson Hyperlegible", -apple-system, "Segoe UI", Helvetica, Arial, sans-serif'

const light = {
  night: '#16233f',
  ink: '#1d2536',
  soft: '#505a6e',
  paper: '#fffdf9',
  card: '#ffffff',
  wash: '#f6f1e7',
  line: '#e2ddd2',
  lamp: '#f2a93b',
  onLamp: '#2a1a00',
  place: '#1f6b4f',
  placeWash: '#e3f1ea',
  lampWash: '#fdf0d9',
  danger: '#a3262a',
}

/** Mail programs with a dark scheme read the classes; all others read the inline styles. */
const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { background-color: #fffdf9; }
@media (prefers-color-scheme: dark) {
  body, .paper { background-color: #0f1729 !important; }
  .card { background-color: #18223a !important; border-color: #2f3d5b !important; border-top-color: #f5b454 !important; }
  .ink { color: #eceff6 !important; }
  .soft { color: #adb7ca !important; }
  .wash { background-color: #141e35 !important; }
  .strength { background-color: #15352b !important; border-color: #7fd0ad !important; }
  .step { background-color: #352a17 !important; }
  .law { border-color: #ffa09c !important; }
  .rule { border-color: #2f3d5b !important; }
}`

/** The one look of every email: a letter on paper, no pictures, nothing fetched from elsewhere. */
export function EmailPage({ message, program }: { message: Message; program: EmailProgram }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{message.subject}</title>
        <style>{dark}</style>
      </Head>
      <Body style={body}>
        <Preview>{message.preview}</Preview>
        <Section className="paper" style={paper}>
          <Container style={container}>
            <Text className="ink" style={mark}>
              {program.name}
            </Text>
            <Section className="card" style={card}>
              {message.blocks.map((block, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
                <Part key={index} block={block} />
              ))}
              <Hr className="rule" style={rule} />
              <Heading as="h2" className="ink" style={subheading}>
                Who can help
              </Heading>
              <Words words={message.help} />
            </Section>
            <Text className="soft" style={foot}>
              {footWords(program)}
            </Text>
            <Text className="soft" style={foot}>
              {helpLine(program)}
            </Text>
          </Container>
        </Section>
      </Body>
    </Html>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading as="h1" className="ink" style={heading}>
          {block.words}
        </Heading>
      )
    case 'words':
      return <Words words={block.words} />
    case 'list':
      return (
        <ul className="ink" style={list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <Rows rows={block.rows} />
    case 'code':
      return (
        <Text className="ink wash" style={code}>
          {block.code}
        </Text>
      )
    case 'strength':
      return (
        <Section className="strength" style={strength}>
          <About words={block.about} />
          <Words words={block.words} />
          {block.quote ? (
            <Text className="soft" style={quote}>
              “{block.quote}”
            </Text>
          ) : null}
        </Section>
      )
    case 'question':
      return (
        <Section className="wash" style={{ ...panel, backgroundColor: light.wash }}>
          <About words={block.about} />
          <Words words={block.words} />
        </Section>
      )
    case 'step':
      return (
        <Section className="step" style={{ ...panel, backgroundColor: light.lampWash }}>
          <About words={block.about} />
          <Words words={block.words} />
          <Rows rows={block.rows} />
        </Section>
      )
    case 'law':
      return (
        <Section className="law" style={{ ...panel, border: `2px solid ${light.danger}` }}>
          <About words={block.about} />
          <Words words={block.words} />
          <Rows rows={block.rows} />
        </Section>
      )
    case 'button':
      return <Way label={block.label} url={block.url} />
  }
}

/** The button, and its address in full beneath it for whoever's mail program shows no buttons. */
function Way({ label, url }: { label: string; url: string }) {
  return (
    <Section style={way}>
      <Button href={url} style={button}>
        {label}
      </Button>
      <Text className="soft" style={address}>
        {url}
      </Text>
    </Section>
  )
}

function About({ words }: { words: string }) {
  return (
    <Text className="ink" style={about}>
      {words}
    </Text>
  )
}

function Words({ words }: { words: string }) {
  return (
    <Text className="ink" style={text}>
      {words}
    </Text>
  )
}

function Rows({ rows }: { rows: { term: string; detail: string }[] }) {
  return (
    <>
      {rows.map(({ term, detail }) => (
        <Text key={term} className="ink" style={row}>
          <strong>{term}:</strong> {detail}
        </Text>
      ))}
    </>
  )
}

const body: CSSProperties = { margin: 0, fontFamily: sans }
const paper: CSSProperties = { backgroundColor: light.paper }
const container: CSSProperties = { maxWidth: '38rem', padding: '24px 16px' }
const mark: CSSProperties = { margin: '0 0 16px', color: light.night, font: `600 22px ${serif}` }
const card: CSSProperties = {
  padding: '24px 20px',
  border: `1px solid ${light.line}`,
  borderTop: `5px solid ${light.lamp}`,
  borderRadius: '12px',
  backgroundColor: light.card,
}
const heading: CSSProperties = {
  margin: '0 0 16px',
  color: light.ink,
  font: `600 27px/1.25 ${serif}`,
}
const subheading: CSSProperties = { ...heading, margin: '0 0 4px', fontSize: '19px' }
const text: CSSProperties = {
  margin: '0 0 14px',
  color: light.ink,
  fontSize: '17px',
  lineHeight: 1.6,
  whiteSpace: 'pre-line',
  overflowWrap: 'anywhere',
}
const about: CSSProperties = { ...text, margin: '0 0 4px', fontWeight: 700 }
const row: CSSProperties = { ...text, margin: '0 0 4px' }
const list: CSSProperties = { ...text, paddingLeft: '22px' }
const code: CSSProperties = {
  margin: '0 0 16px',
  padding: '14px 18px',
  borderRadius: '8px',
  backgroundColor: light.wash,
  color: light.ink,
  font: '700 26px ui-monospace, Menlo, Consolas, monospace',
  letterSpacing: '0.06em',
  whiteSpace: 'nowrap',
  textAlign: 'center',
}
const panel: CSSProperties = {
  margin: '0 0 16px',
  padding: '14px 18px 8px',
  borderRadius: '8px',
}
const strength: CSSProperties = {
  ...panel,
  borderLeft: `5px solid ${light.place}`,
  backgroundColor: light.placeWash,
}
const quote: CSSProperties = { ...text, color: light.soft, fontStyle: 'italic' }
const way: CSSProperties = { margin: '20px 0' }
const button: CSSProperties = {
  padding: '13px 22px',
  borderRadius: '10px',
  backgroundColor: light.lamp,
  color: light.onLamp,
  fontSize: '18px',
  fontWeight: 700,
  textDecoration: 'none',
}
const address: CSSProperties = {
  margin: '8px 0 0',
  color: light.soft,
  fontSize: '14px',
  wordBreak: 'break-all',
}
const rule: CSSProperties = { margin: '24px 0 18px', borderColor: light.line }
const foot: CSSProperties = {
  margin: '14px 4px 0',
  color: light.soft,
  fontSize: '14px',
  lineHeight: 1.5,
}
