print("SampleCity")
