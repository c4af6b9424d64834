import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDate, type Period } from '#domain/date.ts';
import { formatDate } from '#domain/format.ts';
import { type DateShape, readDate, swapped } from '#domain/parse/values/date.ts';

const day = (text: string) => text as IsoDate;
const in2024: Period = { from: day('2024-01-01'), to: day('2024-12-31') };
const in2023to24: Period = { from: day('2023-07-01'), to: day('2024-06-30') };

describe('a day', () => {
  it.each<[text: string, date: string, shape: DateShape]>([
    ['25/12/2024', '2024-12-25', 'dmy'],
    ['13/12/2024', '2024-12-13', 'dmy'],
    ['12/12/2024', '2024-12-12', 'either'],
    ['5/9/2024', '2024-09-05', 'either'],
    ['05/09/2024', '2024-09-05', 'either'],
    ['5/9/24', '2024-09-05', 'either'],
    ['25-12-2024', '2024-12-25', 'dmy'],
    ['25.12.2024', '2024-12-25', 'dmy'],
    ['5/12/2024', '2024-12-05', 'either'],
    ['15/2/2024', '2024-02-15', 'dmy'],
    ['10 / 09 / 2024', '2024-09-10', 'either'],
    ['25/12/2024.', '2024-12-25', 'dmy'],
    ["'25/12/2024", '2024-12-25', 'dmy'],
    ['29/02/2024', '2024-02-29', 'dmy'],
    ['25/12/2024 14:23:11', '2024-12-25', 'dmy'],
    ['25/12/2024 14:23', '2024-12-25', 'dmy'],
    ['25/12/2024\n14:23:11', '2024-12-25', 'dmy'],
    ['25/12/2024 9:05', '2024-12-25', 'dmy'],
    ['25/12/2024 2:23:11 PM', '2024-12-25', 'dmy'],
    ['25/12/2024 2:23:11 CH', '2024-12-25', 'dmy'],
    ['14:23 25/12/2024', '2024-12-25', 'dmy'],
    ['14h23 25/12/2024', '2024-12-25', 'dmy'],
    ['14:23:11 25/12/2024', '2024-12-25', 'dmy'],
    ['ngày 25/12/2024', '2024-12-25', 'dmy'],
    ['2024-12-25', '2024-12-25', 'iso'],
    ['2024/12/25', '2024-12-25', 'iso'],
    ['2024-9-5', '2024-09-05', 'iso'],
    ['20240910', '2024-09-10', 'iso'],
    ['2024-10-09 00:00:00', '2024-10-09', 'iso'],
    ['2024-10-09T23:59:59', '2024-10-09', 'iso'],
    ['2024-10-09T23:59:59.999', '2024-10-09', 'iso'],
    ['2024-10-09T16:59:59Z', '2024-10-09', 'iso'],
    ['2024-10-09T17:00:00Z', '2024-10-10', 'iso'],
    ['2024-12-31T17:30:00.000Z', '2025-01-01', 'iso'],
    ['2024-10-09T23:30:00+07:00', '2024-10-09', 'iso'],
    ['2024-10-09T00:30:00+09:00', '2024-10-08', 'iso'],
    ['2024-10-09T12:30:00-0500', '2024-10-10', 'iso'],
    ['ngày 5 tháng 9 năm 2024', '2024-09-05', 'iso'],
    ['Ngày 05 tháng 09 năm 2024', '2024-09-05', 'iso'],
    ['ngay 5 thang 9 nam 2024', '2024-09-05', 'iso'],
    ['Thứ Năm, ngày 5 tháng 9 năm 2024', '2024-09-05', 'iso'],
    ['05 Tháng Chín 2024', '2024-09-05', 'iso'],
    ['05 Tháng Mười Hai, 2024', '2024-12-05', 'iso'],
    ['05-Thg9-24', '2024-09-05', 'iso'],
    ['5-Sep-2024', '2024-09-05', 'iso'],
    ['05-SEP-24', '2024-09-05', 'iso'],
    ['05SEP2024', '2024-09-05', 'iso'],
    ['5 September 2024', '2024-09-05', 'iso'],
    ['Sep 5, 2024', '2024-09-05', 'iso'],
    ['36526', '2000-01-01', 'serial'],
    ['45545', '2024-09-10', 'serial'],
    ['45545.604166667', '2024-09-10', 'serial'],
    ['45545,5', '2024-09-10', 'serial'],
    ["'45545", '2024-09-10', 'serial'],
    ['73050', '2099-12-31', 'serial'],
  ])('%j is %s, and shows %s', (text, date, shape) => {
    expect(readDate(text, 'dmy')).toEqual({ date, shape });
  });

  it.each([
    ['12/25/2024', '2024-12-25', 'mdy'],
    ['9/5/2024', '2024-09-05', 'either'],
    ['12/25/2024 14:23:11', '2024-12-25', 'mdy'],
    ['ngày 5 tháng 9 năm 2024', '2024-09-05', 'iso'],
    ['2024-09-05', '2024-09-05', 'iso'],
  ])('%j is %s where the month comes first', (text, date, shape) => {
    expect(readDate(text, 'mdy')).toEqual({ date, shape });
  });

  it.each<[text: string, period: Period, date: string | undefined]>([
    ['15/9', in2024, '2024-09-15'],
    ['15/9', in2023to24, '2023-09-15'],
    ['15/3', in2023to24, '2024-03-15'],
    ['15-9', in2024, '2024-09-15'],
    ['ngày 15 tháng 9', in2024, '2024-09-15'],
    ['29/2', in2023to24, '2024-02-29'],
    ['15/9', { from: day('2023-01-01'), to: day('2024-12-31') }, undefined],
    ['15/9', { from: day('2024-01-01'), to: day('2024-06-30') }, undefined],
    ['29/2', { from: day('2023-01-01'), to: day('2023-12-31') }, undefined],
  ])('%j, without a year, within %o is %s', (text, period, date) => {
    expect(readDate(text, 'dmy', period)).toEqual(
      date === undefined ? { fault: 'DATE_NO_YEAR', shape: 'noYear' } : { date, shape: 'noYear' },
    );
  });

  it('has no year where no period tells it', () => {
    expect(readDate('15/9', 'dmy')).toEqual({ fault: 'DATE_NO_YEAR', shape: 'noYear' });
    expect(readDate('ngày 15 tháng 9', 'mdy', in2024)).toEqual({ date: '2024-09-15', shape: 'noYear' });
  });
});

describe('what is no day', () => {
  it.each([
    '',
    ' ',
    '-',
    'nt',
    'Nguyễn Văn Ví Dụ',
    '2024',
    '9/2024',
    '31/9/2024',
    '31/9',
    '29/02/2023',
    '00/01/2024',
    '1/0/2024',
    '31/31/2024',
    '2024-13-01',
    '2024-25-12',
    '1/1/1899',
    '1/1/0024',
    '36525',
    '73051',
    '1.500.000',
    '500000',
    '20241332',
    '10/09/2024 - 12/09/2024',
    '10/09/2024 25:00',
    '10/09/2024 24:00:00',
    '10/09/2024 12:60',
    '10/09/2024 12:00:60',
    '10/09/2024 12:60:00',
    '2024-13-09T17:30:00Z',
    '5-Xyz-2024',
    'ngày 5 tháng 19 năm 2024',
    '5 tháng chính 2024',
    `1/1/2024 ${'x'.repeat(80)}`,
  ])('%j is refused without a suggestion', (text) => {
    expect(readDate(text, 'dmy')).toEqual({ fault: 'DATE_UNREADABLE' });
  });

  it.each([
    ['24/9/202024', '24/9/2024'],
    ['1O/09/2024', '10/09/2024'],
    ['l5/09/2024', '15/09/2024'],
    ['10/09-2024', '10/09/2024'],
    ['10//09/2024', '10/09/2024'],
    ['10 09 2024', '10/09/2024'],
    ['10,09,2024', '10/09/2024'],
    ['10092024', '10/09/2024'],
    ['31/9/202024', undefined],
    ['24/9/20245', undefined],
    ['40/09-2024', undefined],
  ])('%j is not guessed at; it may be %j', (text, suggestion) => {
    const fault = { fault: 'DATE_UNREADABLE' };
    expect(readDate(text, 'dmy')).toEqual(suggestion === undefined ? fault : { ...fault, suggestion });
  });

  it.each<[text: string, period: Period, suggestion: string | undefined]>([
    ['24/9/20245', in2024, '24/9/2024'],
    ['24/9/22024', in2024, '24/9/2024'],
    ['24/9/204', in2024, '24/9/2024'],
    ['24/9/024', in2023to24, undefined],
    ['24/9/204', { from: day('2014-01-01'), to: day('2024-12-31') }, undefined],
    ['24/9/20199', in2024, undefined],
  ])('%j within %o may be %j', (text, period, suggestion) => {
    const reading = readDate(text, 'dmy', period);
    expect('suggestion' in reading ? reading.suggestion : undefined).toBe(suggestion);
  });

  it('a day in the other order is only suggested', () => {
    expect(readDate('12/25/2024', 'dmy')).toEqual({
      fault: 'DATE_UNREADABLE',
      shape: 'mdy',
      suggestion: '25/12/2024',
    });
    expect(readDate('25/12/2024', 'mdy')).toEqual({
      fault: 'DATE_UNREADABLE',
      shape: 'dmy',
      suggestion: '12/25/2024',
    });
    expect(readDate('12/25', 'dmy', in2024)).toEqual({
      fault: 'DATE_UNREADABLE',
      shape: 'noYear',
      suggestion: '25/12/2024',
    });
    expect(readDate('12/25', 'dmy')).toEqual({ fault: 'DATE_UNREADABLE', shape: 'noYear' });
  });
});

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => isoDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()) as IsoDate);
const order = fc.constantFrom('dmy' as const, 'mdy' as const);

describe('every day', () => {
  it('reads back what is printed, in both orders', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '-', '.'), (date, separator) => {
        const [y = '', m = '', d = ''] = date.split('-');
        const dateOf = (text: string, as: 'dmy' | 'mdy') => {
          const reading = readDate(text, as);
          return 'date' in reading ? reading.date : reading.fault;
        };
        expect(dateOf(formatDate(date), 'dmy')).toBe(date);
        expect(dateOf([d, m, y].join(separator), 'dmy')).toBe(date);
        expect(dateOf([m, d, y].join(separator), 'mdy')).toBe(date);
        expect(dateOf([Number(d), Number(m), y].join(separator), 'dmy')).toBe(date);
        expect(dateOf(date, 'mdy')).toBe(date);
        expect(dateOf(`${date} 08:15:00`, 'dmy')).toBe(date);
        expect(dateOf(`ngày ${Number(d)} tháng ${Number(m)} năm ${y}`, 'mdy')).toBe(date);
      }),
    );
  });

  it('swaps back, and never with itself', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const other = swapped(date);
        const [, m, d] = date.split('-').map(Number);
        expect(other === undefined).toBe((d ?? 0) > 12 || m === d);
        if (other !== undefined) {
          expect(other).not.toBe(date);
          expect(swapped(other)).toBe(date);
        }
      }),
    );
  });
});

const dateLike = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789/-.: TZ+OlhAMPtáng năm'), maxLength: 24 }),
);

describe('any text', () => {
  it('gives a day of the calendar or a fault, and its suggestion reads as a day', () => {
    fc.assert(
      fc.property(dateLike, order, fc.constantFrom(undefined, in2024, in2023to24), (text, as, period) => {
        const reading = readDate(text, as, period);
        if ('date' in reading) {
          const [y, m, d] = reading.date.split('-').map(Number);
          expect(isoDate(y ?? 0, m ?? 0, d ?? 0)).toBe(reading.date);
        } else if (reading.suggestion !== undefined) {
          expect(readDate(reading.suggestion, as, period)).toHaveProperty('date');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is not taken for another one read before', () => {
    const days = ['12/12/2024', '12/2/2025', '2/12/2025', '12/1/2120', '2024-12-12'];
    const alone = ['2024-12-12', '2025-02-12', '2025-12-02', '2120-01-12', '2024-12-12'];
    expect(days.map((text) => readDate(text, 'dmy'))).toMatchObject(alone.map((date) => ({ date })));
  });

  it('is read again as it was read before', () => {
    fc.assert(
      fc.property(anyDay, order, (date, as) => {
        const [y = '', m = '', d = ''] = date.split('-');
        const text = `${d}/${m}/${y}`;
        const first = readDate(text, as);
        readDate(`${m}/${d}/${y}`, as);
        expect(readDate(text, as)).toEqual(first);
      }),
    );
  });
});

describe('what a day shows of the order', () => {
  it('does not depend on the order that was concluded', () => {
    const number = fc.integer({ min: 0, max: 32 });
    const text = fc
      .tuple(number, number, fc.constantFrom('', '2023', '2024', '24'), fc.constantFrom('/', '-', '.'))
      .map(([a, b, year, sign]) => [a, b, ...(year === '' ? [] : [year])].join(sign));
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, in2024, in2023to24), (written, period) => {
        expect(readDate(written, 'dmy', period).shape).toBe(readDate(written, 'mdy', period).shape);
      }),
      { numRuns: 3000 },
    );
  });
});
