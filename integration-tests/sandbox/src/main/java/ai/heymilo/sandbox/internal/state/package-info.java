/**
 * What the sandbox remembers: postings, candidates, templates, and its clock. Not considered API.
 */
@NullMarked
package ai.heymilo.sandbox.internal.state;

import org.jspecify.annotations.NullMarked;
