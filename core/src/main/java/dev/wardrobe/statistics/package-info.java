/**
 * What is in a data set, counted: Table 1 and Figure 3 of the DeepFashion2 paper for the data at
 * hand, beside the published figures, as text, JSON, CSV, a picture and a page.
 */
@NullMarked
package dev.wardrobe.statistics;

import org.jspecify.annotations.NullMarked;
