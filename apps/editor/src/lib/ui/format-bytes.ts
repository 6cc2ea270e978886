const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in a person's language: "512 byte", "1.4 MB"; steps of 1000, as disks are sold. @param bytes >= 0 */
export function formatBytes(bytes: number, locale: string): string {
  let unit = 0;
  let value = bytes;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit++) value /= 1000;
  const maximumFractionDigits = unit > 0 && value < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[unit]!, maximumFractionDigits }).format(
    value,
  );
}
