import type { Question } from '@sallyport/core/duties';

export type Settings = {
  readonly preDepartureLead: number;
  readonly submissionLead: number;
  readonly debriefWithin: number;
  readonly checkInInterval: number;
  readonly educationValidity: number;
};

const microsOfDay = 86_400_000_000;

/** The settings of the four rules in days and months, for engines written by hand: the packs' defaults, one version each. */
export function settingsOf(question: Question): Settings {
  const only = (name: string): number => {
    const history = question.settings.get(name) ?? [];
    if (history.length !== 1) throw new Error(`${name} has ${history.length} versions; the peers know one`);
    return history[0]?.value ?? 0;
  };
  if (only('checkInsPerTrip') !== 1) throw new Error('the peers look for one check-in');
  const days = (name: string): number => only(name) / microsOfDay;
  return {
    preDepartureLead: days('preDepartureLead'),
    submissionLead: days('submissionLead'),
    debriefWithin: days('debriefWithin'),
    checkInInterval: days('checkInInterval'),
    educationValidity: only('educationValidity'),
  };
}
