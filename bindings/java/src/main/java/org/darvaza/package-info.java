/**
 * Is this traveller, or this document, on any watchlist, and why do you say so?
 *
 * <p>{@link org.darvaza.Screener} opens an index that {@code darvaza build} wrote and answers; {@link
 * org.darvaza.Manifest} reads passenger lists; {@link org.darvaza.Mrz} reads machine-readable zones.
 * Everything is asked of the C library {@code libdarvaza} through {@code libdarvaza_jni}; this package
 * holds no matching and no settings of its own.
 */
package org.darvaza;
