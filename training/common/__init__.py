"""What all trainers share: pictures, augmentation, checkpoints, logs, metrics, export."""
