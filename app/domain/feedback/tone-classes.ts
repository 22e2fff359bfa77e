/** Whoever works at a venue; "[team]" in a phrase of the lexicon. */
export const team: ReadonlySet<string> = new Set(
  'team staff crew owner manager bartender barback server host doorman doormen bouncer guard security'
    .concat(' employee worker venue bar restaurant supervisor licensee operator everyone everybody')
    .split(' ')
    .flatMap((word) =>
      /^(?:staff|doormen|every\w+|security)$/.test(word) ? [word] : [word, `${word}s`],
    ),
)

/** Whatever a venue shares; "[paper]" in a phrase of the lexicon. */
export const papers: ReadonlySet<string> = new Set(
  'plan policy policies paper section log list record answer application form page document writing'
    .concat(
      ' training template script report file work effort attitude card date name signature copy',
    )
    .concat(
      ' copies map evidence figure number detail spelling heading paragraph certificate photo',
    )
    .concat(' reply replies response planning paperwork summary description renewal round sentence')
    .concat(' word wording letter text draft handling count course listing part handbook')
    .split(' ')
    .flatMap((word) => (word.endsWith('ies') ? [word] : [word, `${word}s`])),
)
