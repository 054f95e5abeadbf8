import { Entity, Index } from 'typeorm';
import { CodeColumn, DayColumn } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import type { AreaChangeKind, AreaChangeSource } from './area-changes.law';

/** That one official area was followed by another: a merger, a split, a new code. Never guessed. */
@Entity('area_change')
@Index(['formerGssCode'])
@Index(['successorGssCode'])
export class AreaChange {
  /** Both codes, `E07000169:E06000065`. */
  @CodeColumn(19, { primary: true })
  id!: string;

  @CodeColumn(9)
  formerGssCode!: string;

  @CodeColumn(9)
  successorGssCode!: string;

  /** First day of the successor; null where the source gives none. */
  @DayColumn({ nullable: true })
  changedOn!: LocalDate | null;

  @CodeColumn(20)
  kind!: AreaChangeKind;

  /** Which kind of file says so: a table of changes beats a register, and a register beats an active code. */
  @CodeColumn(20)
  source!: AreaChangeSource;
}
