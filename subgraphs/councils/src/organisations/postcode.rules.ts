/** A postcode in capitals with its one space, `OL1 1AA`; null for text that is no full postcode. */
export function normalisePostcode(text: string): string | null {
  const packed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(packed);
  return match ? `${match[1]} ${match[2]}` : null;
}

/** The postcode at the end of an address on one line; null where there is none. */
export function postcodeAtEnd(address: string): string | null {
  const match =
    /(?:^|[\s,])([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})[\s,.]*(?:(?:united kingdom|uk|england|scotland|wales|northern ireland)[\s,.]*)?$/i.exec(
      address,
    );
  return match ? normalisePostcode(match[1]!) : null;
}
