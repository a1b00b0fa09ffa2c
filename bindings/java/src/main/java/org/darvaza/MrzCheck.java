package org.darvaza;

/**
 * One check digit of a machine-readable zone.
 *
 * @param field "document number", "birth date", "expiry", "optional data", "composite"
 * @param expected computed from the field
 * @param found as printed
 * @param holds whether it holds as printed
 * @param repaired it does not hold as printed, but does over what is read instead
 */
public record MrzCheck(String field, char expected, char found, boolean holds, boolean repaired) {}
