package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {
  private static final String DETECTION =
      """
       Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.500
       Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.512
       Average Precision  (AP) @[ IoU=0.75      | area=   all | maxDets=100 ] = 0.525
       Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = -1.000
       Average Precision  (AP) @[ IoU=0.50:0.95 | area=medium | maxDets=100 ] = 0.550
       Average Precision  (AP) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = 0.562
       Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.575
       Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets= 10 ] = 0.588
       Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.600
       Average Recall     (AR) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = 0.613
       Average Recall     (AR) @[ IoU=0.50:0.95 | area=medium | maxDets=100 ] = 0.625
       Average Recall     (AR) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = 0.637

      Table 2: clothes detection (boxes)
             ours  Match R-CNN  difference
      ------------------------------------
      AP    0.500        0.638      -0.138
      AP50  0.512        0.789      -0.277
      AP75  0.525        0.745      -0.220
      Match R-CNN there: on the validation split, trained on the released half.
      """;

  private static final String SUBSETS =
      """

      Table 3: clothes detection (boxes) by subset
                           scale               occlusion            zoom-in                viewpoint
                    small moderate large  slight medium heavy     no medium large  no wear frontal side/back    all
      -------------------------------------------------------------------------------------------------------------
      AP     ours   0.250    0.250 0.250   0.250  0.250     -  0.250  0.250 0.250    0.250   0.250     0.250  0.500
             paper  0.604    0.700 0.660   0.712  0.654 0.372  0.695  0.629 0.466    0.624   0.681     0.641  0.667
      AP50   ours   0.263    0.263 0.263   0.263  0.263     -  0.263  0.263 0.263    0.263   0.263     0.263  0.512
             paper  0.780    0.851 0.768   0.844  0.810 0.531  0.848  0.755 0.563    0.713   0.832     0.796  0.814
      AP75   ours   0.275    0.275 0.275   0.275  0.275     -  0.275  0.275 0.275    0.275   0.275     0.275  0.525
             paper  0.717    0.809 0.744   0.812  0.768 0.433  0.806  0.718 0.525    0.688   0.791     0.744  0.773
      items             9        9     9       9      9     0      9      9     9        9       9         9     12
      Match R-CNN there: trained on the whole training set, of which only half was released.
      The authors never published how they count subsets. Here (--subset-rule ignore):
      items outside a subset are ignored, so that detections on them count neither way.
      """;

  private static final String CATEGORIES =
      """

      Per category
                            items  detections     AP   AP50   AP75  APs    APm    APl  AR100
      --------------------------------------------------------------------------------------
      short sleeve top         10       1,030  0.750  0.762  0.775    -  0.800  0.812  0.850
      skirt, long               2           4  0.250  0.263  0.275    -  0.300  0.312  0.350
      mean over categories     12       1,034  0.500  0.512  0.525    -  0.550  0.562  0.600

      Note: 2 records were left out.
      """;

  @Test
  void official_lines_come_first_then_the_papers_tables_then_the_categories() {
    assertThat(EvaluationText.of(SampleReports.detection()))
        .isEqualTo(DETECTION + SUBSETS + CATEGORIES);
  }

  @Test
  void intervals_come_after_the_categories() {
    String text = EvaluationText.of(SampleReports.withIntervals());
    assertThat(text.substring(text.indexOf("Intervals")).lines().toList())
        .startsWith(
            "Intervals",
            "                                AP            95 %   AP50            95 %   AP75            95 %",
            "------------------------------------------------------------------------------------------------",
            "category   short sleeve top  0.750  0.700 .. 0.800  0.762  0.700 .. 0.800  0.775  0.700 .. 0.800",
            "category   skirt, long       0.250               -  0.263               -  0.275               -",
            "scale      small             0.250  0.100 .. 0.200  0.263  0.100 .. 0.200  0.275  0.100 .. 0.200")
        .contains(
            "all                          0.500  0.400 .. 0.600  0.512  0.400 .. 0.600  0.525  0.400 .. 0.600",
            "95 % of 500 samples of as many photos, drawn with replacement, lie between.");
  }

  @Test
  void brief_text_has_the_first_table_and_the_notes() {
    assertThat(EvaluationText.brief(SampleReports.detection()))
        .isEqualTo(DETECTION + "\nNote: 2 records were left out.\n");
  }

  @Test
  void landmarks_have_ten_lines_and_both_published_columns() {
    assertThat(EvaluationText.brief(SampleReports.landmarks(LandmarkChoice.VISIBLE)))
        .startsWith(
            """
             Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets= 20 ] = 0.500
             Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets= 20 ] = 0.512
             Average Precision  (AP) @[ IoU=0.75      | area=   all | maxDets= 20 ] = 0.525
             Average Precision  (AP) @[ IoU=0.50:0.95 | area=medium | maxDets= 20 ] = -1.000
             Average Precision  (AP) @[ IoU=0.50:0.95 | area= large | maxDets= 20 ] = 0.550
             Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets= 20 ] = 0.562
             Average Recall     (AR) @[ IoU=0.50      | area=   all | maxDets= 20 ] = 0.575
             Average Recall     (AR) @[ IoU=0.75      | area=   all | maxDets= 20 ] = 0.588
             Average Recall     (AR) @[ IoU=0.50:0.95 | area=medium | maxDets= 20 ] = 0.600
             Average Recall     (AR) @[ IoU=0.50:0.95 | area= large | maxDets= 20 ] = 0.613

            Table 4: landmark estimation
                   ours  Match R-CNN, vis  Match R-CNN, vis-and-occ  difference
            -------------------------------------------------------------------
            AP    0.500             0.605                     0.529      -0.105
            AP50  0.512             0.790                     0.775      -0.278
            AP75  0.525             0.684                     0.596      -0.159
            Ours, and the difference: visible landmarks only.
            Match R-CNN there: on the validation split, trained on the released half.
            """);
  }

  @Test
  void difference_follows_the_landmarks_that_count() {
    assertThat(EvaluationText.brief(SampleReports.landmarks(LandmarkChoice.VISIBLE_AND_OCCLUDED)))
        .contains("AP    0.500             0.605                     0.529      -0.029\n")
        .contains("Ours, and the difference: visible and occluded landmarks.\n");
  }

  @Test
  void without_subsets_their_table_is_not_there() {
    assertThat(EvaluationText.of(SampleReports.landmarks(LandmarkChoice.VISIBLE)))
        .doesNotContain("Table 5");
  }
}
