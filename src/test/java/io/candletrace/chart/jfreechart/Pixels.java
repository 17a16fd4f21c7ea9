package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** A drawn picture, asked for colours. */
record Pixels(BufferedImage image) {
    boolean is(int x, int y, Color color) {
        return image.getRGB(x, y) == color.getRGB();
    }

    /** How many pixels of a region have exactly this colour. */
    int count(Rectangle region, Color color) {
        var count = 0;
        for (int y = region.y; y < region.y + region.height; y++) {
            for (int x = region.x; x < region.x + region.width; x++) {
                count += is(x, y, color) ? 1 : 0;
            }
        }
        return count;
    }

    /** The smallest rectangle around the pixels of this colour in a region; empty when there are none. */
    Rectangle bounds(Rectangle region, Color color) {
        var bounds = new Rectangle(-1, -1);
        for (int y = region.y; y < region.y + region.height; y++) {
            for (int x = region.x; x < region.x + region.width; x++) {
                if (is(x, y, color)) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds;
    }

    /** In how many pixels of a region two pictures differ. */
    int differences(Pixels other, Rectangle region) {
        var count = 0;
        for (int y = region.y; y < region.y + region.height; y++) {
            for (int x = region.x; x < region.x + region.width; x++) {
                count += image.getRGB(x, y) == other.image.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
