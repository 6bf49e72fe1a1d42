/** What a network looks like and how it is trained: one record, in files and in memory. */
@NullMarked
package dev.wardrobe.model.config;

import org.jspecify.annotations.NullMarked;
