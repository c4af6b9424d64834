import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { wholePredecessors } from '#domain/transfer/heirs.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitId } from '#domain/units/unit.ts';

const registry = shippedRegistry();
const wholly = wholePredecessors(registry);
const [BEFORE, AFTER] = ['2025-06-30', '2025-07-01'] as IsoDate[] as [IsoDate, IsoDate];
const ended = registry.all().filter(({ validTo }) => validTo === BEFORE);
const stepsOf = (id: UnitId) => registry.successors(id).filter(({ on }) => on === AFTER);

describe('on 1 July 2025', () => {
  it('a unit that went whole into one is in that one, and in no other', () => {
    const whole = ended.filter(({ id }) => stepsOf(id).every(({ extent }) => extent === 'WHOLE'));
    const moved = whole.filter(({ id }) => stepsOf(id).length === 1);
    expect(moved.length).toBeGreaterThan(5_000);
    for (const { id } of moved) for (const { to } of stepsOf(id)) expect(wholly(to, AFTER), id).toContain(id);
  });

  it('a unit that went into two, or in part, is in none of them', () => {
    const split = ended.filter(({ id }) => stepsOf(id).some(({ extent }) => extent === 'PARTIAL'));
    expect(split.length).toBeGreaterThan(100);
    for (const { id } of split)
      for (const { to } of stepsOf(id)) expect(wholly(to, AFTER), id).not.toContain(id);
  });

  it('a unit that had gone whole into one of these before is in the new one, too', () => {
    const whole = new Map(
      ended.flatMap(({ id }) => {
        const [step, ...others] = stepsOf(id);
        return step?.extent === 'WHOLE' && others.length === 0 ? [[id, step.to] as const] : [];
      }),
    );
    const earlier = registry.all().flatMap(({ id, validTo }) => {
      const [step, ...others] = registry.successors(id);
      const to = step && whole.get(step.to);
      const isWhole = validTo !== undefined && step?.extent === 'WHOLE' && others.length === 0;
      return isWhole && to !== undefined && step.on < AFTER ? [{ id, to }] : [];
    });
    expect(earlier.length).toBeGreaterThan(0);
    for (const { id, to } of earlier) expect(wholly(to, AFTER), id).toContain(id);
  });

  it('provinces were merged whole: Quảng Nam is in the new Đà Nẵng', () => {
    const [step] = stepsOf('49' as UnitId);
    expect(step?.extent).toBe('WHOLE');
    expect(wholly(step?.to as UnitId, AFTER)).toContain('49');
  });

  it('nothing is in a unit that it had not yet gone into, nor in itself', () => {
    for (const { id } of ended.slice(0, 200)) {
      expect(wholly(id, BEFORE)).not.toContain(id);
      for (const { to } of stepsOf(id)) expect(wholly(to, BEFORE)).not.toContain(id);
    }
  });
});
