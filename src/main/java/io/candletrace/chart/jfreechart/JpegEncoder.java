package io.candletrace.chart.jfreechart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a picture as JPEG, colour at full resolution: thin coloured lines and letters on white are what halved colour
 * ruins first. Nothing but the picture goes into the file.
 */
final class JpegEncoder {
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final int EXPECTED_BYTES = 256 * 1024;

    private final float quality;

    JpegEncoder(double quality) {
        this.quality = (float) quality;
    }

    byte[] encode(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(EXPECTED_BYTES);
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            write(writer, image);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a JPEG could not be written to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private void write(ImageWriter writer, BufferedImage image) throws IOException {
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
        keepColour(metadata);
        writer.write(null, new IIOImage(image, null, metadata), parameters);
    }

    /** The writer's default halves both chroma channels in both directions. */
    private static void keepColour(IIOMetadata metadata) throws IIOInvalidTreeException {
        var tree = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        var components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            var component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(FORMAT, tree);
    }
}
