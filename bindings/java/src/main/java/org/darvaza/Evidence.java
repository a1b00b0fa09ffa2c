package org.darvaza;

/**
 * One reason for or against a listed person being the traveller.
 *
 * @param kind what it is about
 * @param weightMn logarithm of the odds in thousandths of a nat: +2303 makes the person ten times as likely
 * @param text for a person to read; wording may change between versions
 */
public record Evidence(EvidenceKind kind, int weightMn, String text) {}
