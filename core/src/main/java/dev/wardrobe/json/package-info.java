/** JSON at the border: safe streaming reads, and text exactly as Python's json.dump writes it. */
@NullMarked
package dev.wardrobe.json;

import org.jspecify.annotations.NullMarked;
