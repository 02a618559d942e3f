import { useState } from 'react';
import { type Id, typeOfId } from '../../shared/records/ids.ts';
import { getRecord, type Records } from '../../shared/records/records.ts';
import { useApplication, useEditing, useSession } from '../ApplicationContext.ts';
import type { Selectable } from '../editing/place.ts';
import { GuideList } from '../guide/GuideList.tsx';
import { followGuide, NO_COURSE } from '../guide/guideCourse.ts';
import { useLater, useLaterRecords } from '../useLater.ts';
import { CardInspector } from './CardInspector.tsx';
import { FrozenNote } from './EditingNotes.tsx';
import { FeelingInspector } from './FeelingInspector.tsx';
import { Fields } from './fields/Fields.tsx';
import { LaneInspector } from './LaneInspector.tsx';
import { ManyInspector } from './ManyInspector.tsx';
import { MapInspector } from './MapInspector.tsx';
import { selectedOf } from './removals.ts';
import { StageInspector } from './StageInspector.tsx';
import { StepInspector } from './StepInspector.tsx';

/** Every field of what is selected, to be read and changed; of the map while nothing is. */
export function Inspector() {
  const { editing } = useApplication();
  const records = useLaterRecords();
  const map = useSession((session) => session.map);
  // Another thing's fields follow in the time that frames leave: the ring on the map does not wait for them.
  const selection = useLater([editing], () => editing.getState().selection);
  const frozen = useEditing((editing) => editing.frozen);
  const [course, setCourse] = useState(NO_COURSE);
  if (records === null) return null;
  // What was selected by the edit that is shown may come a moment after it.
  const isFree = selection.length === 0 && editing.getState().selection.length === 0;
  const followed = followGuide(course, { map, records, isFree });
  if (followed !== course) setCourse(followed);
  return (
    <>
      {map !== null && selection.length === 0 && (followed.isBegun || followed.finish !== 'none') && (
        <GuideList map={map} records={records} />
      )}
      <FrozenNote />
      <Fields key={selection.length === 0 ? map : selection.join(' ')} closed={frozen !== null}>
        <Shown selection={selection} map={map} records={records} />
      </Fields>
    </>
  );
}

interface ShownProps {
  readonly selection: readonly Selectable[];
  readonly map: Id<'map'> | null;
  readonly records: Records;
}

function Shown({ selection, map, records }: ShownProps) {
  const cards = selectedOf(selection, 'card').flatMap((id) => getRecord(records, id) ?? []);
  const points = selectedOf(selection, 'emotion').flatMap((id) => getRecord(records, id) ?? []);
  const [first] = selection;
  if (first === undefined) {
    const record = map === null ? undefined : getRecord(records, map);
    return record === undefined ? null : <MapInspector map={record} records={records} />;
  }
  // What is gone is still selected here for a moment.
  if (!selection.every((id) => records.has(id))) return null;
  if (cards.length === selection.length) return <CardInspector cards={cards} records={records} />;
  if (points.length === selection.length) return <FeelingInspector points={points} records={records} />;
  if (selection.length > 1) return <ManyInspector selection={selection} records={records} />;
  const record = records.get(first);
  switch (record?.type) {
    case 'stage':
      return <StageInspector stage={record} records={records} />;
    case 'step':
      return <StepInspector step={record} records={records} />;
    case 'lane':
      return <LaneInspector lane={record} records={records} />;
    default:
      throw new Error(`Nothing is shown of a ${typeOfId(first)}`);
  }
}
