/** Reading lists page by page or as a whole, waiting or not. */
@NullMarked
package ai.heymilo.paging;

import org.jspecify.annotations.NullMarked;
