/** Misbehaviour on demand: what is planned, and what is done to answers. Not considered API. */
@NullMarked
package ai.heymilo.sandbox.internal.faults;

import org.jspecify.annotations.NullMarked;
