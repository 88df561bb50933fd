import type { RowsOfPerson } from '../../platform/database/rows-of-person.ts';

/** What somebody read, tried, was given and was told, which goes along when two entries become one. */
export const learningOfPerson: readonly RowsOfPerson[] = [
  {
    name: 'reading',
    table: 'course_reading',
    column: 'person',
    key: `own.hash || '/' || own.lesson`,
    // Both opened the same lesson: what the kept entry has of it holds.
    unless: 'other.hash = own.hash AND other.lesson = own.lesson',
  },
  {
    name: 'attempt',
    table: 'course_attempt',
    column: 'person',
    key: 'own.id',
    // One attempt at a course is under way (docs/decisions/0079).
    unless: 'own.submitted_at IS NULL AND other.submitted_at IS NULL AND other.course = own.course',
  },
  { name: 'reopening', table: 'course_reopening', column: 'person', key: 'own.id' },
  { name: 'certificate', table: 'course_certificate', column: 'person', key: 'own.id' },
  {
    name: 'package-run',
    table: 'package_run',
    column: 'person',
    key: 'own.id',
    // One run of a package is under way.
    unless: 'own.ended_on IS NULL AND other.ended_on IS NULL AND other.package = own.package',
  },
  { name: 'exemption', table: 'education_exemption', column: 'person', key: 'own.id' },
  {
    name: 'campaignChosen',
    table: 'campaign_chosen',
    column: 'person',
    key: 'own.campaign',
    unless: 'other.campaign = own.campaign',
  },
  {
    name: 'campaign',
    table: 'campaign_person',
    column: 'person',
    key: 'own.campaign',
    unless: 'other.campaign = own.campaign',
  },
];
