import { z } from 'zod'
import lexicon from '~db/program-pack/lexicon.json'
import settings from '~db/program-pack/settings.json'
import standards from '~db/program-pack/standards.json'
import templates from '~db/program-pack/templates.json'
import trainingTypes from '~db/program-pack/training-types.json'
import { ProgramSettings } from './program-settings'
import { StandardSet } from './standard-set'

/** The program that ships as the default, read from db/program-pack/ and checked against its shapes. Throws where a file does not fit. */
export function readPack(): { set: StandardSet; settings: ProgramSettings } {
  return {
    set: z.parse(StandardSet, { ...standards, templates, trainingTypes, lexicon }),
    settings: z.parse(ProgramSettings, settings),
  }
}
