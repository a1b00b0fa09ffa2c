package org.darvaza;

/**
 * One character that the optical reader took for another.
 *
 * @param line from 1
 * @param position from 1
 * @param field where it stands
 * @param found as read by the reader
 * @param taken what is read instead
 */
public record MrzRepair(int line, int position, String field, char found, char taken) {}
