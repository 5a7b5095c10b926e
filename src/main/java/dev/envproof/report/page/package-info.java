/** One self-contained HTML page, safe for hostile text: its frame, its escaping and its bounds. */
@NullMarked
package dev.envproof.report.page;

import org.jspecify.annotations.NullMarked;
