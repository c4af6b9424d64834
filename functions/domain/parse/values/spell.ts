const DIGITS = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
const AFTER_TENS: Readonly<Record<number, string>> = { 1: 'mốt', 4: 'tư', 5: 'lăm' };

const BILLION = 1_000_000_000;

const word = (digit: number): string => DIGITS[digit] ?? '';

/** 1–99 behind hundreds or not. */
function spellTens(value: number, behindHundreds: boolean): string[] {
  const tens = Math.trunc(value / 10);
  const ones = value % 10;
  if (tens === 0) return behindHundreds ? ['linh', word(ones)] : [word(ones)];
  const start = tens === 1 ? ['mười'] : [word(tens), 'mươi'];
  if (ones === 0) return start;
  const special = tens === 1 && ones !== 5 ? undefined : AFTER_TENS[ones];
  return [...start, special ?? word(ones)];
}

/** 1–999. With something higher before it, its hundreds are said even when there are none. */
function spellGroup(value: number, behindHigher: boolean): string[] {
  const hundreds = Math.trunc(value / 100);
  const said = behindHigher || hundreds > 0;
  return [
    ...(said ? [word(hundreds), 'trăm'] : []),
    ...(value % 100 === 0 ? [] : spellTens(value % 100, said)),
  ];
}

/** 1–999,999,999. */
function spellBelowBillion(value: number, behindHigher: boolean): string[] {
  const millions = Math.trunc(value / 1_000_000);
  const thousands = Math.trunc(value / 1000) % 1000;
  const units = value % 1000;
  const words: string[] = [];
  const behind = () => behindHigher || words.length > 0;
  // Without "không nghìn", "hai triệu năm trăm" would be 2.5 million to many readers.
  const gap = units > 0 && thousands === 0;
  if (millions > 0) words.push(...spellGroup(millions, behind()), 'triệu');
  else if (gap && behind()) words.push('không', 'triệu');
  if (thousands > 0) words.push(...spellGroup(thousands, behind()), 'nghìn');
  else if (gap && behind()) words.push('không', 'nghìn');
  if (units > 0) words.push(...spellGroup(units, behind()));
  return words;
}

/**
 * A whole amount of đồng in Vietnamese words: 1230005000 → "Một tỷ hai trăm ba mươi triệu không trăm linh năm nghìn
 * đồng". A negative one begins with "Âm". Throws beyond the exact range: that can only be a bug.
 */
export function spellVnd(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole, exact amount of đồng: ${amount}`);
  const size = Math.abs(amount);
  const billions = Math.trunc(size / BILLION);
  const rest = size % BILLION;
  const words = [
    ...(amount < 0 ? ['âm'] : []),
    ...(billions > 0 ? [...spellBelowBillion(billions, false), 'tỷ'] : []),
    ...(rest > 0 ? spellBelowBillion(rest, billions > 0) : []),
    ...(size === 0 ? ['không'] : []),
    'đồng',
  ].join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
