import { recordsOfType } from '../records/records.ts';
import type { NewFields } from '../store/transact.ts';
import { defineEdit } from './defineEdit.ts';
import { addEntered, changeFields } from './enterFields.ts';

/** Changes what is said of the project as a whole: its title, company, promise or note. */
export const changeProject = defineEdit('edit.changeProject', (tx, fields: NewFields<'project'>) => {
  const project = recordsOfType(tx.records, 'project')[0];
  if (project === undefined) addEntered(tx, 'project', fields);
  else changeFields(tx, 'project', project.id, fields);
});
