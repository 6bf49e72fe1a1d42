/**
 * DeepFashion2 on disk: from a folder or a distributed zip to photos, in parallel, in order, in
 * bounded memory, with a finding for everything that is wrong; and annotation files back.
 */
@NullMarked
package dev.wardrobe.files;

import org.jspecify.annotations.NullMarked;
