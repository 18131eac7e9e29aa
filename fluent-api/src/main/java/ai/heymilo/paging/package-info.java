/**
 * Reading lists page by page or as a whole, waiting or not.
 *
 * <p>A list is a {@link ai.heymilo.paging.Pager}, which is {@link java.lang.Iterable} and has a
 * {@link ai.heymilo.paging.Pager#stream stream}: pages are asked for as items are consumed, and
 * each item is given once.
 *
 * <pre>{@code
 * for (PostingResponse posting : milo.postings().list(query -> query.limit(100))) { ... }
 * }</pre>
 *
 * <p>{@link ai.heymilo.paging.Pager#pages} gives the pages themselves. After a failure {@link
 * ai.heymilo.paging.Pages#next} asks for the same page again; its {@link
 * ai.heymilo.paging.Pages#cursor cursor} starts another walk where this one stopped. A server whose
 * cursor does not move ends in a {@link ai.heymilo.errors.PagingException}, not in a loop.
 */
@NullMarked
package ai.heymilo.paging;

import org.jspecify.annotations.NullMarked;
